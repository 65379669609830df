import type { OutlineItem } from "./outline";
import { ScrollSpy } from "./scroll-spy";

/** Contents of the page: a column beside the text, a row of tabs on a phone. */
export function ContentsList({ items }: { items: readonly OutlineItem[] }) {
  return (
    <nav className="toc" aria-label="On this page" id="contents">
      {items.length > 0 ? (
        <>
          <p className="toc-title">On this page</p>
          <Items items={items} />
          <ScrollSpy navId="contents" />
        </>
      ) : null}
    </nav>
  );
}

function Items({ items }: { items: readonly OutlineItem[] }) {
  return (
    <ol>
      {items.map((item) => (
        <li key={item.id}>
          <a href={`#${item.id}`}>
            <span>{item.text}</span>
            {item.commandCount > 0 ? (
              <span className="toc-count" title={`${item.commandCount} to copy`}>
                {item.commandCount}
              </span>
            ) : null}
          </a>
          {item.children.length > 0 ? <Items items={item.children} /> : null}
        </li>
      ))}
    </ol>
  );
}
