import type { Upload } from '../../../shared/objects/binary.ts'

/** The form that uploads a file, as a browser makes it: the fields first. */
export const formOf = ({ fields }: Pick<Upload, 'fields'>, bytes: Uint8Array): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([Uint8Array.from(bytes)]), 'picture.png')
  return form
}
