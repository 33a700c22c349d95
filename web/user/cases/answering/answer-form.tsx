import { useState } from 'react'
import { Button } from '../../../shared/controls/button.tsx'
import { Checkbox } from '../../../shared/controls/choices.tsx'
import { ErrorSummary } from '../../../shared/controls/error-summary.tsx'
import type { Refused } from '../../../shared/controls/form.ts'
import { useForm } from '../../../shared/controls/use-form.ts'
import { useWarning } from '../../../shared/controls/use-warning.ts'
import { useLanguage } from '../../../shared/language.ts'
import { mine } from '../../../shared/service.ts'
import { forgetKept, type Kept, keptFor } from '../../papers/draft/kept.ts'
import { useKeeping } from '../../papers/draft/use-keeping.ts'
import { KindField } from '../../pictures/kind-field.tsx'
import { pictureTexts } from '../../pictures/texts.ts'
import { idsOf, usePictures } from '../../pictures/use-pictures.ts'
import type { Case } from '../case.ts'
import { caseTexts } from '../texts.ts'
import { WordsField } from '../words-field.tsx'
import {
  type AnswerDraft,
  type Asked,
  answerChecks,
  answerDraft,
  needsWords,
  refusedAnswer,
  unusableIn,
} from './answer.ts'

const PREFIX = 'answer-'

type AnswerFormProps = { of: Case; asked: Asked; onAnswered: () => Promise<void> }

/** The form, its pictures, and what sends both. What was typed and uploaded stays where the service refuses. */
const useAnswer = ({ of, asked, onAnswered }: AnswerFormProps) => {
  const language = useLanguage()
  const kinds = asked.pictures
  const [kept] = useState(() => keptFor(of.id, kinds))
  const pictures = usePictures(kinds, kept.pictures)
  const send = async ({ text }: AnswerDraft): Promise<Refused | undefined> => {
    const ids = idsOf(pictures, kinds)
    const sent = kinds.filter((kind) => ids[kind] !== undefined)
    const materials = sent.flatMap((kind) => ids[kind] ?? [])
    const words = text.trim()
    try {
      await mine().reviews.answer(of.id, {
        ...(words !== '' && { text: words }),
        ...(sent.length > 0 && { materials }),
      })
    } catch (error) {
      // What is part of something else, or gone, is to be sent anew.
      for (const kind of unusableIn(error, sent)) pictures[kind].remove()
      return refusedAnswer(error, sent, language)
    }
    forgetKept()
    await onAnswered()
    return undefined
  }
  const checks = answerChecks(asked, (kind) => pictures[kind].shown.get().state, language)
  const form = useForm<AnswerDraft>(answerDraft(kinds), { prefix: PREFIX, checks, send })
  return { form, pictures, uploaded: idsOf(pictures, kinds) }
}

/** Keeps for a reload which pictures were uploaded: a phone may end the page while its camera is open. */
const KeepUploaded = ({ of, pictures }: { of: string; pictures: Kept['pictures'] }): null => {
  useKeeping(of, { document: '', pictures })
  return null
}

/** Answers what was asked: exactly the pictures that were asked for, and words, which are needed only where something else was asked, too. */
export const AnswerForm = (props: AnswerFormProps) => {
  const language = useLanguage()
  const texts = caseTexts[language]
  const { form, pictures, uploaded } = useAnswer(props)
  const { of, asked } = props
  const kinds = asked.pictures
  const { text, cannot } = form.values
  useWarning(text !== '')
  return (
    <form className="stack" noValidate onSubmit={form.submit}>
      <ErrorSummary {...form.summary} />
      {kinds.map((kind) => (
        <KindField
          key={kind}
          kind={kind}
          id={`${PREFIX}${kind}`}
          picture={pictures[kind]}
          isNeeded={!cannot}
          error={form.error(kind)}
          onDeed={() => form.set(kind, '')}
        />
      ))}
      {kinds.length > 0 && (
        <>
          <KeepUploaded of={of.id} pictures={uploaded} />
          <p className="quiet">{pictureTexts[language].kept}</p>
          <Checkbox {...form.box('cannot')} label={texts.cannot} />
        </>
      )}
      <WordsField {...form.text('text')} label={needsWords(asked, cannot) ? texts.answer : texts.answerToo} />
      <Button kind="main" wide submit busy={form.busy}>
        {texts.answerSend}
      </Button>
    </form>
  )
}
