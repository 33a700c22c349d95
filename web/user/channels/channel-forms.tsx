import type { Answer } from 'shiming-client'
import { isChannelCode } from '../../../functions/messaging/channels/channel-code.ts'
import { messagingProblems } from '../../../functions/messaging/problems.ts'
import { Button } from '../../shared/controls/button.tsx'
import { Checkbox } from '../../shared/controls/choices.tsx'
import { Dialog } from '../../shared/controls/dialog.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { TextField } from '../../shared/controls/field.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { refusedIn } from '../../shared/state/failure.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { channelTexts } from './texts.ts'

type Saved = Answer<'PUT /v1/channels/{code}'>

type NewChannelProps = { known: readonly string[]; onSaved: (saved: Saved) => void }

/** Adds a channel. Which addresses may be called is for the service to say: it depends on the stage. */
export const NewChannel = ({ known, onSaved }: NewChannelProps) => {
  const language = useLanguage()
  const texts = useTexts(channelTexts)
  const form = useForm(
    { code: '', url: '' },
    {
      prefix: 'channel-',
      checks: {
        code: (code) => {
          if (!isChannelCode(code.trim())) return messagingProblems.invalid_channel_code[language]
          return known.includes(code.trim()) ? texts.codeTaken : undefined
        },
        url: (url) => (url.trim() === '' ? texts.urlMissing : undefined),
      },
      send: async ({ code, url }) => {
        try {
          onSaved(await mine().channels.save(code.trim(), { kind: 'webhook', url: url.trim() }))
          form.set('code', '')
          form.set('url', '')
        } catch (error) {
          return refusedIn(error, language)
        }
      },
    },
  )
  return (
    <section className="card stack">
      <h2>{texts.add}</h2>
      <form className="stack" noValidate onSubmit={form.submit}>
        <ErrorSummary {...form.summary} />
        <TextField {...form.text('code')} label={texts.code} hint={texts.codeHint} verbatim />
        <TextField {...form.text('url')} label={texts.url} hint={texts.urlHint} inputMode="url" verbatim />
        <Button kind="main" submit busy={form.busy}>
          {texts.add}
        </Button>
      </form>
    </section>
  )
}

type ChangeChannelProps = {
  channel: { code: string; url: string }
  onSaved: (saved: Saved) => void
  onClose: () => void
}

/** Changes where a channel leads, and its secret where that is asked for. */
export const ChangeChannel = ({ channel: { code, url: before }, onSaved, onClose }: ChangeChannelProps) => {
  const language = useLanguage()
  const texts = useTexts(channelTexts)
  const form = useForm(
    { url: before, rotate: false },
    {
      prefix: 'change-',
      checks: { url: (url) => (url.trim() === '' ? texts.urlMissing : undefined) },
      send: async ({ url, rotate }) => {
        try {
          onSaved(await mine().channels.save(code, { kind: 'webhook', url: url.trim(), rotateSecret: rotate }))
        } catch (error) {
          return refusedIn(error, language)
        }
      },
    },
  )
  return (
    <Dialog title={texts.editTitle(code)} onClose={onClose}>
      <form className="stack" noValidate onSubmit={form.submit}>
        <ErrorSummary {...form.summary} />
        <TextField {...form.text('url')} label={texts.url} hint={texts.urlHint} inputMode="url" verbatim />
        <Checkbox {...form.box('rotate')} label={texts.rotate} hint={texts.rotateMore} />
        <div className="row">
          <Button kind="main" submit busy={form.busy}>
            {texts.save}
          </Button>
          <Button onPress={onClose}>{useTexts(commonTexts).cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
