import type { BinaryObjects } from '../../../shared/objects/binary.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import type { Material } from '../material.ts'
import { boundTo } from '../material-store.ts'

export type OpenBytesDeps = {
  files: Pick<BinaryObjects, 'get'>
  pictures: Pick<Vault, 'openDataKey'>
}

/** A picture as it was kept; undefined where its file is gone. Whoever opens one that may show a person has put that on record before. One call to S3 and one to KMS. */
export const openBytes = async ({ files, pictures }: OpenBytesDeps, of: Material): Promise<Uint8Array | undefined> => {
  const found = of.file === undefined ? undefined : await files.get(of.file)
  if (!found || of.wrappedKey === undefined) return undefined
  const key = await pictures.openDataKey(of.wrappedKey, { account: of.accountId, material: of.id })
  try {
    return key.openBytes(boundTo(of.id), found.bytes)
  } finally {
    key.forget()
  }
}
