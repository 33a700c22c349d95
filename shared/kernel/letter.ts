/** A message of ours to an account. */
export type Letter = { title: string; content: string }

/** The same in both languages, where nobody knows which its reader reads. */
export const inBoth = (zh: Letter, en: Letter): Letter => ({
  title: `${zh.title} / ${en.title}`,
  content: `${zh.content}\n\n${en.content}`,
})
