/** Location of an image: a URL that the model can reach, or an id that the provider knows. */
export type UploadedImage = ({ kind: 'url'; url: string } | { kind: 'file-id'; fileId: string }) & {
  /** After this time it is uploaded again. */
  expiresAtMs?: number;
};
