import type { Language } from '../../../shared/kernel/language.ts'
import { moneyText } from '../../shared/shown/money.ts'
import { dayName } from '../controls/days.ts'
import { shortened } from '../controls/shortened.ts'
import { channelWords } from '../words/money-words.ts'
import { followsFrom, wayWords } from '../words/settling-words.ts'
import { wordIn } from '../words/word.ts'
import type { OfDifference, Proposal } from './proposal.ts'
import { proposalTexts } from './texts.ts'

/** What settling a difference does, in a sentence. */
export const whatItDoes = ({ about }: OfDifference, language: Language): string => {
  const { way, differs, amountFen, channel, with: other } = about
  return followsFrom(
    {
      ...{ way, differs, amount: moneyText(amountFen), channel: wordIn(channelWords, channel, language) },
      other: other ? proposalTexts[language].other(dayName(other.day, language), shortened(other.number)) : '',
    },
    language,
  )
}

/** What it is, in a list. */
export const kindOf = (of: Proposal, language: Language): string =>
  of.kind === 'refund_paid_by_hand'
    ? proposalTexts[language].refund
    : proposalTexts[language].difference(wordIn(wayWords, of.about.way, language))

/** Where what was done about it is on record. */
export const subjectOf = (of: Proposal): string =>
  of.kind === 'refund_paid_by_hand' ? `order:${of.about.orderId}` : `reconciliation:${of.about.channel}:${of.about.day}`
