import type { TypedRules } from '../../../../functions/verification/papers/typed-person.ts'
import type { Language } from '../../../../shared/kernel/language.ts'
import type { Millis } from '../../../../shared/kernel/time.ts'
import type { PictureKind, PictureState } from '../../pictures/picture.ts'
import type { Draft } from './draft-form.ts'
import type { Wanted } from './wanted.ts'

/** By what it is judged: the service's own rules and its time, the notice as it is shown, and how far the pictures are. */
export type Judging = {
  rules: TypedRules
  documents: readonly string[]
  agreedTo: string
  language: Language
  now: () => Millis
  kinds: readonly PictureKind[]
  wanted: (values: Draft) => Wanted
  pictureState: (kind: PictureKind) => PictureState
}
