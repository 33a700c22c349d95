import type { Answer } from 'shiming-client'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Id } from '../controls/id.tsx'
import { useWords } from '../words/use-words.ts'
import { detailTold } from './detail-words.ts'
import { deedsTexts, doerWords, fieldWords, purposeWords } from './texts.ts'

export type Deed = Answer<'GET /v1/operator/deeds'>['deeds'][number]

/** Who did it. */
export const By = ({ of: { id, kind } }: { of: Deed['by'] }) => {
  const word = useWords()
  return (
    <>
      {id} <span className="quiet">{word(doerWords, kind)}</span>
    </>
  )
}

type Detailed = Pick<Deed, 'purpose' | 'fields' | 'detail'> & { action: string }

/** What of its subject it was about, in words and by its number, where it has several; of an identity also what it was opened for, and which fields. */
export const Detail = ({ of: { action, purpose, fields, detail } }: { of: Detailed }) => {
  const language = useLanguage()
  const texts = useTexts(deedsTexts)
  const word = useWords()
  const { words, name } = detail === null ? {} : detailTold(action, detail, language)
  if (purpose === null && words === undefined && name === undefined) return null
  const named = (fields ?? []).map((one) => word(fieldWords, one)).join('、')
  return (
    <span className="line">
      {purpose !== null && <span className="quiet">{texts.purpose(word(purposeWords, purpose), named)}</span>}
      {words !== undefined && <span className="quiet">{words}</span>}
      {name !== undefined && <Id label={texts.detail} text={name} />}
    </span>
  )
}
