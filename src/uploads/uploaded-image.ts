/** Where an image lies now: an address the model can reach, or an id the provider knows. */
export type UploadedImage = ({ kind: 'url'; url: string } | { kind: 'file-id'; fileId: string }) & {
  /** After this it is uploaded again. */
  expiresAtMs?: number;
};
