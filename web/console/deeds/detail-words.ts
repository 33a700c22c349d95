import { type DeedAction, deedActions } from '../../../functions/audit/deed.ts'
import { type DetailForm, detailFormOf } from '../../../functions/audit/deed-form.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import { differenceWords } from '../reconciliations/texts.ts'
import { roleWords } from '../session/texts.ts'
import { wayWords } from '../words/settling-words.ts'
import { wordIn } from '../words/word.ts'
import {
  certificateReasonTexts,
  letterTexts,
  ownReasonWords,
  reviewDetailWords,
  searchedWords,
  triedFromWords,
} from './detail-texts.ts'

/** What is said of a detail: in words, and what of it is a name to copy and compare. */
type Told = { words?: string; name?: string }

const tellers: Record<DetailForm, (detail: string, language: Language) => Told> = {
  refund: (name) => ({ name }),
  id: (name) => ({ name }),
  difference: (detail, language) => {
    const [way = '', difference = ''] = detail.split(' ')
    const [kind = '', ...name] = difference.split(':')
    const words = `${wordIn(wayWords, way, language)} · ${wordIn(differenceWords, kind, language)}`
    return { words, name: name.join(':') }
  },
  signed_in: (detail, language) => {
    const [from = '', name = ''] = detail.split(' ')
    return { words: wordIn(triedFromWords, from, language), name }
  },
  word: (word, language) => ({
    words: [roleWords, triedFromWords, searchedWords, certificateReasonTexts].reduce(
      (told, table) => wordIn(table, told, language),
      word,
    ),
  }),
  words: (words, language) => ({
    words: words
      .split(' ')
      .map((one) => wordIn(reviewDetailWords, one, language))
      .join(' · '),
  }),
  letters: (detail, language) => {
    const [count = '', name] = detail.split(' ')
    const said = letterTexts[language]
    return name === undefined ? { words: said.all } : { words: said.some(count), name }
  },
}

const isDeedAction = (action: string): action is DeedAction => deedActions.some((one) => one === action)

/** What of its subject a deed was about, as people say it; a detail of a form that this console does not know, as it is. */
export const detailTold = (action: string, detail: string, language: Language): Told => {
  const form = isDeedAction(action) ? detailFormOf(action, detail) : undefined
  return form === undefined ? { name: detail } : tellers[form](detail, language)
}

/** Why a deed was done: as somebody wrote it, and in the language of the console where nobody was asked. */
export const reasonTold = (reason: string, language: Language): string => wordIn(ownReasonWords, reason, language)
