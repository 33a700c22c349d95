import { pictureNames } from '../../../functions/verification/papers/words.ts'
import { useLanguage } from '../../shared/language.ts'
import type { FrameShape } from './frame.tsx'
import type { PictureKind } from './picture.ts'
import { PictureField } from './picture-field.tsx'
import type { Picture } from './picture-of.ts'

/** How each lies in its picture; people are held in no frame. */
const FRAMES: Readonly<Partial<Record<PictureKind, FrameShape>>> = {
  document_page: 'wide',
  document_back: 'wide',
  guardian_document: 'wide',
  guardian_letter: 'tall',
  household_register: 'wide',
  bank_proof: 'tall',
}

type KindFieldProps = {
  kind: PictureKind
  /** Names it on its page. */
  id: string
  picture: Picture
  isNeeded: boolean
  error: string | undefined
  onDeed: () => void
}

/** One picture of a kind, with what it shows, how to take it, and the camera that is for it. */
export const KindField = ({ kind, ...field }: KindFieldProps) => {
  const language = useLanguage()
  const { name, how } = pictureNames[kind]
  const frame = FRAMES[kind]
  return (
    <PictureField
      {...field}
      name={name[language]}
      how={how[language]}
      {...(frame && { frame })}
      camera={kind === 'holder' ? 'user' : 'environment'}
    />
  )
}
