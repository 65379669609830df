import { element } from "./element";

type DialogOptions = {
  title: string;
  text: string;
  /** Somebody has to decide. */
  isAlert: boolean;
  children: readonly Node[];
  onClose: () => void;
};

/** Opens a native modal dialog, which Escape closes; it is gone once it is closed, and the focus back where it was. */
export function openDialog({ title, text, isAlert, children, onClose }: DialogOptions): HTMLDialogElement {
  const heading = element("h2", { id: "dialog-title", className: "dialog-title" }, [title]);
  const words = element("p", { id: "dialog-text", className: "dialog-text" }, [text]);
  const dialog = element(
    "dialog",
    {
      className: "dialog",
      role: isAlert ? "alertdialog" : "dialog",
      "aria-labelledby": "dialog-title",
      "aria-describedby": "dialog-text",
    },
    [heading, words, ...children],
  );
  dialog.addEventListener("close", () => {
    dialog.remove();
    onClose();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
