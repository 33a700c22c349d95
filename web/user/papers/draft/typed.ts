import type { Body } from 'shiming-client'
import { isNumbered } from '../../../../functions/person/document.ts'
import { asciiFolded } from '../../../../functions/person/typed-digits.ts'
import { readTyped, type Typed, type TypedRules } from '../../../../functions/verification/papers/typed-person.ts'
import type { Millis } from '../../../../shared/kernel/time.ts'
import type { PictureKind } from '../../pictures/picture.ts'
import type { TypedDraft } from './draft-form.ts'

/** What is handed in. */
export type Papers = Body<'POST /v1/papers'>

/** What a document may be. */
export type PapersDocument = Papers['document']

const two = (text = ''): string => text.padStart(2, '0')

/** A day however it is typed (`1990-1-31`, `19900131`, `1990年1月31日`), as `1990-01-31`; anything else as it is. */
export const dayTyped = (text: string): string => {
  const plain = asciiFolded(text).trim()
  const found = /^(\d{4})(\d\d)(\d\d)$/.exec(plain) ?? /^(\d{4})[-./年 ](\d{1,2})[-./月 ](\d{1,2})日?$/.exec(plain)
  return found ? `${found[1]}-${two(found[2])}-${two(found[3])}` : plain
}

/** Whether the number of that document says a birth date by itself. */
export const saysBirth = (document: string): boolean => isNumbered(document as PapersDocument)

const guardianOf = ({
  guardianName,
  guardianNumber,
  guardianRelation,
}: TypedDraft): NonNullable<Papers['guardian']> => ({
  name: guardianName,
  idNumber: guardianNumber,
  relation: guardianRelation === 'guardian' ? 'guardian' : 'parent',
})

/** What was typed, without what its document has no place for. */
export const typedOf = (draft: TypedDraft, isChild: boolean) => {
  const document = draft.document as PapersDocument
  return {
    document,
    name: draft.name,
    number: draft.number,
    ...(document === 'passport' && { nationality: draft.nationality }),
    ...(!isNumbered(document) && { birthDate: dayTyped(draft.birthDate) }),
    validUntil: draft.hasNoEnd ? null : dayTyped(draft.validUntil),
    ...(isChild && { guardian: guardianOf(draft) }),
  } satisfies Typed
}

/** Whether somebody has to answer for a child: its number or birth date says so. */
export const isChild = (draft: TypedDraft, rules: TypedRules, now: Millis): boolean => {
  const read = readTyped(typedOf(draft, false), rules, now)
  return !read.ok && (read.refusal.fields ?? []).some(({ code }) => code === 'guardian_needed')
}

/** All of it as it is handed in: of the pictures those that are there, and no word where none was said. */
export const papersOf = (
  draft: TypedDraft,
  of: { isChild: boolean; pictures: Partial<Record<PictureKind, string>>; notice: string },
): Papers => {
  const said = draft.said.trim()
  return {
    ...typedOf(draft, of.isChild),
    pictures: of.pictures,
    ...(said !== '' && { said }),
    consent: { notice: of.notice, agreed: true },
  }
}
