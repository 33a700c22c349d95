import type { Answer } from 'shiming-client'
import { decoded, htmlTokens } from '../../../functions/messaging/reading/html-tokens.ts'

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
  let text = ''
  for (const token of htmlTokens(begin)) text += token.kind === 'text' ? decoded(token.text) : ' '
  return oneLine(text)
}

const FOREIGN = /^\s*https:\/\//i

/** Whether there are pictures of other sites in it, which are fetched only when the reader asks. */
export const hasForeignPictures = ({ template, content }: Said): boolean => {
  if (template === 'markdown' && /!\[[^\]\n]{0,300}\]\(https:/i.test(content)) return true
  if (template !== 'html' && template !== 'markdown') return false
  for (const token of htmlTokens(content))
    if (token.kind === 'open' && token.name === 'img' && FOREIGN.test(token.attributes.get('src') ?? '')) return true
  return false
}

/** Whether a message is so short that a few lines hold it: the frame it is shown in cannot be measured. */
export const isShort = ({ content }: Said): boolean => content.length <= 240 && content.split('\n').length <= 6
