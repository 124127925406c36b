/** A file as a browser sends it. */
export function fileOf(bytes: Uint8Array, name: string): File {
  return new File([Uint8Array.from(bytes)], name)
}
