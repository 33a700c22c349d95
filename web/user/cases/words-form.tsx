import type { ReactNode } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { refusedIn } from '../../shared/state/failure.ts'
import { isTooLong } from './case.ts'
import { caseTexts } from './texts.ts'
import { WordsField } from './words-field.tsx'

type WordsFormProps = {
  /** Before the ids of its fields: two may be on one page. */
  name: string
  /** Over the field. */
  label: string
  /** On its button, which is `beside` something likelier. */
  submit: string
  beside?: boolean
  send: (text: string) => Promise<unknown>
  /** Hears why the service refused. */
  onRefused?: (error: unknown) => void
  children?: ReactNode
}

/** Somebody says something in their own words. What they typed stays where it is refused. */
export const WordsForm = ({ name, label, submit, beside = false, send, onRefused, children }: WordsFormProps) => {
  const language = useLanguage()
  const texts = useTexts(caseTexts)
  const form = useForm(
    { text: '' },
    {
      prefix: `${name}-`,
      checks: { text: (text) => (text.trim() === '' || isTooLong(text) ? texts.wordsWrong : undefined) },
      send: async ({ text }) => {
        try {
          await send(text.trim())
        } catch (error) {
          onRefused?.(error)
          return refusedIn(error, language)
        }
      },
    },
  )
  return (
    <form className="stack" noValidate onSubmit={form.submit}>
      <ErrorSummary {...form.summary} />
      {children}
      <WordsField {...form.text('text')} label={label} />
      <Button {...(!beside && { kind: 'main' as const })} wide submit busy={form.busy}>
        {submit}
      </Button>
    </form>
  )
}
