import { appKinds } from '../../../functions/certification/platforms/platform-ids.ts'
import { Button } from '../../shared/controls/button.tsx'
import { RadioCards } from '../../shared/controls/choices.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import type { Refused } from '../../shared/controls/form.ts'
import { useForm } from '../../shared/controls/use-form.ts'
import { useWarning } from '../../shared/controls/use-warning.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { router } from '../../shared/router/router.ts'
import { mine } from '../../shared/service.ts'
import { refusedIn } from '../../shared/state/failure.ts'
import type { AppKind, Apps } from './app.ts'
import { type Described, describedChecks, nothingDescribed, platformIdsIn } from './described.ts'
import { DescribedFields } from './described-fields.tsx'
import { NameField } from './name-field.tsx'
import { appTexts } from './texts.ts'
import { useNameCheck } from './use-name-check.ts'

type Typed = Described & { kind: string; name: string }

const nothingTyped: Typed = { kind: 'mini_program', name: '', ...nothingDescribed }

/** An app comes into being: what it is, a name that was looked at first, and what is said of it. Leads to its page then. */
export const CreateForm = ({ rules }: { rules: Apps['names'] }) => {
  const language = useLanguage()
  const texts = useTexts(appTexts)

  const create = async ({ kind, name, description, ...ids }: Typed): Promise<Refused | undefined> => {
    try {
      const { verdict } = await names.look(name)
      if (verdict !== 'free') return { errors: [{ pointer: '/name', detail: texts.nameNotFree }], text: '' }
      const app = await mine().apps.create({
        ...{ kind: kind as AppKind, name, platformIds: platformIdsIn(kind as AppKind, { description, ...ids }) },
        ...(description.trim() !== '' && { description }),
      })
      router().go(`/developer/apps/${app.id}`)
      return undefined
    } catch (error) {
      return refusedIn(error, language)
    }
  }
  const form = useForm<Typed>(nothingTyped, {
    checks: {
      ...describedChecks(language),
      name: (typed) => (typed.trim() === '' ? texts.nameMissing : undefined),
    },
    send: create,
  })
  const names = useNameCheck(form.values.name)
  useWarning(form.values.name !== '' && !form.busy)
  const kind = form.values.kind as AppKind
  return (
    <section className="card stack">
      <h2>{texts.create}</h2>
      <form className="stack-wide" noValidate onSubmit={form.submit}>
        <ErrorSummary {...form.summary} />
        <RadioCards
          id="kind"
          label={texts.kind}
          options={appKinds.map((value) => ({ value, name: texts[value], more: texts[`${value}More`] }))}
          chosen={kind}
          onChoose={(value) => form.set('kind', value)}
        />
        <NameField {...form.text('name')} {...names} label={texts.name} rules={rules} />
        <DescribedFields kind={kind} text={form.text} />
        <Button kind="main" wide submit busy={form.busy}>
          {texts.send}
        </Button>
      </form>
    </section>
  )
}
