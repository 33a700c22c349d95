import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { RadioCards } from '../../shared/controls/choices.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { Field } from '../../shared/controls/field.tsx'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { service } from '../../shared/service.ts'
import { refusedIn } from '../../shared/state/failure.ts'
import { isTooLong } from '../cases/case.ts'
import { certificatesTexts } from './texts.ts'

const reasons = ['not_this_app', 'impostor', 'false_facts', 'fraud', 'other'] as const
type Reason = (typeof reasons)[number]

type ReportFormProps = { id: string; onSent: () => void; onClose: () => void }

const ReportForm = ({ id, onSent, onClose }: ReportFormProps) => {
  const language = useLanguage()
  const texts = useTexts(certificatesTexts)
  const form = useForm<{ reason: Reason | ''; words: string }>(
    { reason: '', words: '' },
    {
      prefix: 'report-',
      checks: {
        reason: (chosen) => (chosen === '' ? texts.reasonMissing : undefined),
        words: (typed) => (typed.trim() === '' || isTooLong(typed) ? texts.wordsWrong : undefined),
      },
      send: async ({ reason, words }) => {
        if (reason === '') return undefined
        try {
          await service().certificates.report(id, { reason, words: words.trim() })
        } catch (error) {
          return refusedIn(error, language)
        }
        onSent()
        return undefined
      },
    },
  )
  return (
    <form className="stack-wide" noValidate onSubmit={form.submit}>
      <ErrorSummary {...form.summary} />
      <RadioCards
        id="report-reason"
        label={texts.reason}
        error={form.error('reason')}
        chosen={form.values.reason || undefined}
        onChoose={(reason) => form.set('reason', reason)}
        options={reasons.map((value) => ({ value, name: texts[value] }))}
      />
      <Field id="report-words" label={texts.words} hint={texts.wordsHint} error={form.error('words')}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={4}
            value={form.values.words}
            onChange={({ target }) => form.set('words', target.value)}
            onBlur={form.text('words').onLeave}
          />
        )}
      </Field>
      <Button wide submit busy={form.busy}>
        {texts.reportSend}
      </Button>
      <Button kind="plain" wide onPress={onClose}>
        {texts.cancel}
      </Button>
    </form>
  )
}

/** W7 anybody says that a certificate is misused. */
export const ReportCard = ({ id }: { id: string }) => {
  const texts = useTexts(certificatesTexts)
  const [is, setIs] = useState<'shut' | 'open' | 'sent'>('shut')
  return (
    <section className="card stack">
      <h2>{texts.report}</h2>
      <Status>{is === 'sent' && <Banner tone="good">{texts.reported}</Banner>}</Status>
      {is !== 'sent' && <p>{texts.reportMore}</p>}
      {is === 'shut' && (
        <Button wide onPress={() => setIs('open')}>
          {texts.reportOpen}
        </Button>
      )}
      {is === 'open' && <ReportForm id={id} onSent={() => setIs('sent')} onClose={() => setIs('shut')} />}
    </section>
  )
}
