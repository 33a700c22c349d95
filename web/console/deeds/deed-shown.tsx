import type { Answer } from 'shiming-client'
import { useTexts } from '../../shared/language.ts'
import { Id } from '../controls/id.tsx'
import { useWords } from '../words/use-words.ts'
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

/** What of its subject it was about: a refund by its number; of an identity what it was opened for, and which fields. */
export const Detail = ({ of: { purpose, fields, detail } }: { of: Pick<Deed, 'purpose' | 'fields' | 'detail'> }) => {
  const texts = useTexts(deedsTexts)
  const word = useWords()
  const named = (fields ?? []).map((one) => word(fieldWords, one)).join('、')
  if (purpose !== null) return <span className="quiet">{texts.purpose(word(purposeWords, purpose), named)}</span>
  return detail === null ? null : <Id label={texts.detail} text={detail} />
}
