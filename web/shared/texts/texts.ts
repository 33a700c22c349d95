import type { Language } from '../../../shared/kernel/language.ts'

/** A text of the pages, or what makes one of what it is told. */
type Text = string | ((...told: never[]) => string)

/** The same names and the same kinds of texts, in another language. */
type Alike<T> = { readonly [name in keyof T]: T[name] extends string ? string : T[name] }

/** Texts of a page or control in every language we speak. What one has and the other has not does not compile. */
export type Texts<T> = Readonly<Record<Language, Alike<T>>>

/** A table of texts: Chinese as it is read first, English beside it. */
export const texts = <const T extends Record<string, Text>>(zh: T, en: Alike<T>): Texts<T> => ({
  zh: zh as Alike<T>,
  en,
})
