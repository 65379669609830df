import http from "node:http";

const reconnectAfter = 1_500;

/**
 * An EventSource for one person in Node, as the standard has it: it comes back by itself after a cut, with the last
 * id; an answer that is no stream closes it for good.
 * @param {{ base: string, cookie: string, onConnect?: () => void }} options
 */
export function eventSourceFor({ base, cookie, onConnect = () => {} }) {
  return class EventSource {
    static CONNECTING = 0;
    static OPEN = 1;
    static CLOSED = 2;
    readyState = 0;
    onopen = null;
    onmessage = null;
    onerror = null;
    #listeners = new Map();
    #url;
    #lastId = "";
    #retry = reconnectAfter;
    /** @type {http.ClientRequest | null} */
    #request = null;
    /** @type {NodeJS.Timeout | undefined} */
    #timer;

    constructor(url) {
      this.#url = new URL(url, base);
      this.#connect();
    }

    addEventListener(name, listener) {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
    }

    close() {
      this.readyState = 2;
      clearTimeout(this.#timer);
      this.#request?.destroy();
    }

    #connect() {
      onConnect();
      let isOver = false;
      const lose = () => {
        if (isOver || this.readyState === 2) return;
        isOver = true;
        this.readyState = 0;
        this.onerror?.({});
        if (this.readyState !== 2) this.#timer = setTimeout(() => this.#connect(), this.#retry);
      };
      const request = http.get(this.#url, {
        agent: false,
        headers: {
          cookie,
          accept: "text/event-stream",
          ...(this.#lastId && { "last-event-id": this.#lastId }),
        },
      });
      this.#request = request;
      request.on("error", lose);
      request.on("response", (response) => {
        response.on("error", lose);
        response.on("close", lose);
        if (
          response.statusCode !== 200 ||
          !response.headers["content-type"]?.startsWith("text/event-stream")
        ) {
          isOver = true;
          this.readyState = 2;
          response.resume();
          this.onerror?.({});
          return;
        }
        this.readyState = 1;
        this.onopen?.({});
        let text = "";
        response.setEncoding("utf8").on("data", (piece) => {
          text += piece;
          for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
            const frame = text.slice(0, end);
            text = text.slice(end + 2);
            if (this.readyState === 1) this.#take(frame);
          }
        });
      });
    }

    #take(frame) {
      let name = "message";
      const data = [];
      for (const line of frame.split("\n")) {
        const [, field, value = ""] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
        if (field === "data") data.push(value);
        else if (field === "event") name = value;
        else if (field === "id") this.#lastId = value;
        else if (field === "retry") this.#retry = Number(value) || this.#retry;
      }
      if (data.length === 0) return;
      const event = { data: data.join("\n"), lastEventId: this.#lastId };
      if (name === "message") this.onmessage?.(event);
      for (const listener of this.#listeners.get(name) ?? []) listener(event);
    }
  };
}
