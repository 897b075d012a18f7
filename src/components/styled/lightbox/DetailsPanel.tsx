import type { ReactElement, ReactNode } from 'react';

export interface DetailsPanelProps {
  id: string;
  children: ReactNode;
}

/** More about an image, above the button that shows it and over the stage, so that the image keeps its place. */
export function DetailsPanel({ id, children }: DetailsPanelProps): ReactElement {
  return (
    <div
      id={id}
      data-ick-part="lightbox-details"
      className="ik:absolute ik:end-3 ik:bottom-1 ik:grid ik:max-h-[calc(100%-0.5rem)] ik:w-[calc(100%-1.5rem)] ik:max-w-[26rem] ik:gap-2 ik:overflow-y-auto ik:rounded-lg ik:bg-[#262624] ik:p-3 ik:text-xs ik:shadow-card ik:ring-1 ik:ring-white/12 ik:forced-colors:border"
    >
      {children}
    </div>
  );
}
