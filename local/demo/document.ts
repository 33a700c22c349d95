import type { Answer, IdentityDocument } from '../../clients/typescript/src/index.ts'
import { uploadPicture } from './papers.ts'
import type { Platform } from './platform.ts'
import type { User } from './user.ts'

type Material = Answer<'GET /v1/materials/{id}'>

/** Photos of both sides of a card. */
export type CardPhotos = Readonly<Record<'front' | 'back', Uint8Array<ArrayBuffer>>>

/** Uploads both, as the page does. */
export const uploadCard = async (
  platform: Platform,
  user: Pick<User, 'token'>,
  { front, back }: CardPhotos,
): Promise<Record<'front' | 'back', Material>> => ({
  front: await uploadPicture(platform, user, 'document_page', front, 'image/jpeg'),
  back: await uploadPicture(platform, user, 'document_back', back, 'image/jpeg'),
})

/** Hands in what was uploaded; the authority answers a moment later. */
export const handInCard = async (
  platform: Platform,
  { token }: Pick<User, 'token'>,
  { front, back }: Record<'front' | 'back', Pick<Material, 'id'>>,
): Promise<IdentityDocument> => {
  const { documents } = platform.shiming.withSession(token)
  const { consent } = await documents.terms()
  return documents.handIn({
    front: front.id,
    back: back.id,
    consent: { notice: consent.version, agreed: true },
  })
}
