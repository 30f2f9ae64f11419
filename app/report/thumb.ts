/** Sizes for a thumb, laid over the desk's own of the same controls. */
export const byThumb =
  "[&_button]:min-h-12 [&_button]:text-[15px] [&_button[role=checkbox]]:min-h-0 [&_button[role=checkbox]]:size-7 [&_input]:h-12 [&_input]:text-[16px] [&_textarea]:text-[16px] [&_label]:text-[16px] [&_label_span]:text-[14px] [&_label_span:first-child]:text-[15px] [&_p]:text-[14px] [&_legend]:text-[14px] [&_h3]:text-[16px] [&_[data-row]]:grid-flow-row [&_[data-row]]:auto-cols-auto [&_[data-row]]:grid-cols-2";
