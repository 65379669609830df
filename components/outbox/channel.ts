/** What the tabs of one browser tell each other. `kept` carries the portal's answer, so that every board has it at once. */
export type OutboxMessage =
  | { type: "changed" }
  | { type: "kept"; id: string; incident: string; answer: unknown };

export type OutboxChannel = {
  post: (message: OutboxMessage) => void;
  /** Messages of other tabs. */
  listen: (onMessage: (message: OutboxMessage) => void) => void;
  close: () => void;
};

/** For an outbox that is alone with its storage. */
export const silentChannel: OutboxChannel = { post: () => {}, listen: () => {}, close: () => {} };

/** The channel between the tabs of this browser; without BroadcastChannel a silent one, and tabs look when shown. */
export function openChannel(): OutboxChannel {
  if (typeof BroadcastChannel === "undefined") return silentChannel;
  const channel = new BroadcastChannel("portal-outbox");
  return {
    post: (message) => channel.postMessage(message),
    listen(onMessage) {
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (isMessage(data)) onMessage(data);
      };
    },
    close: () => channel.close(),
  };
}

/** A tab of another build may say something else. */
function isMessage(data: unknown): data is OutboxMessage {
  if (typeof data !== "object" || data === null || !("type" in data)) return false;
  if (data.type === "changed") return true;
  return data.type === "kept" && "id" in data && "incident" in data && "answer" in data;
}
