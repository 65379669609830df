/**
 * Names the pipeline in every cache key. Raise it whenever the HTML, the model or the sanitiser changes, so that no
 * render of a laxer past lives on.
 */
export const PIPELINE_VERSION = "5";
