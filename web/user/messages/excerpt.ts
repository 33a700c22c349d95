import type { Answer } from 'shiming-client'
import { readsHtml } from '../../../functions/messaging/reading/html-parts.ts'

/** A message of the account. */
export type Message = Answer<'GET /v1/messages/{id}'>

type Said = Pick<Message, 'template' | 'content'>

/** Code points of an excerpt, and how far a long message is read for it. */
const LONGEST = 80
const READ = 4000

const oneLine = (text: string): string => {
  const line = [...text.replace(/\s+/g, ' ').trim()]
  return line.length > LONGEST ? `${line.slice(0, LONGEST).join('')}…` : line.join('')
}

/** How a message begins, in one line, without its tags. */
export const excerptOf = ({ template, content }: Said): string => {
  const begin = content.slice(0, READ)
  if (template !== 'html') return oneLine(begin)
  const said: string[] = []
  const add = (text: string): void => void said.push(text)
  readsHtml(begin, { open: () => add(' '), text: add, close: () => add(' ') })
  return oneLine(said.join(''))
}

const FOREIGN = /^\s*https:\/\//i

/** Whether there are pictures of other sites in it, which are fetched only when the reader asks. */
export const hasForeignPictures = ({ template, content }: Said): boolean => {
  // Where a picture of Markdown is, may be said at the end of the message.
  if (template === 'markdown' && content.includes('![') && /https:/i.test(content)) return true
  if (template !== 'html' && template !== 'markdown') return false
  let isFound = false
  const open = (name: string, { src }: Readonly<Record<string, string>>): void => {
    isFound ||= name === 'img' && FOREIGN.test(src ?? '')
  }
  readsHtml(content, { open, text: () => undefined, close: () => undefined })
  return isFound
}

/** Whether a message is so short that a few lines hold it: the frame it is shown in cannot be measured. */
export const isShort = ({ content }: Said): boolean => content.length <= 240 && content.split('\n').length <= 6
