import { useState } from 'react'
import type { App } from 'shiming-client'
import { Button } from '../../shared/controls/button.tsx'
import { Checkbox } from '../../shared/controls/choices.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { refusedIn } from '../../shared/state/failure.ts'
import { KindField } from '../pictures/kind-field.tsx'
import { isBusy } from '../pictures/picture.ts'
import { usePictures } from '../pictures/use-pictures.ts'
import { type Described, describedChecks, describedOf, platformIdsIn } from './described.ts'
import { DescribedFields } from './described-fields.tsx'
import { IconPicture } from './icon-picture.tsx'
import { appTexts } from './texts.ts'

const ICON = 'app_icon'

/** What is said of an app, apart from its name. `onSaved` reads it anew. */
export const EditForm = ({ of, onSaved }: { of: App; onSaved: () => Promise<void> }) => {
  const language = useLanguage()
  const texts = useTexts(appTexts)
  const pictures = usePictures([ICON], {})
  const [isSaved, setSaved] = useState(false)
  const form = useForm<Described & { withoutIcon: boolean }>(
    { ...describedOf(of), withoutIcon: false },
    {
      checks: describedChecks(language),
      send: async ({ withoutIcon, ...typed }) => {
        const { state } = pictures[ICON].shown.get()
        if (isBusy(state)) return { errors: [], text: texts.iconPending }
        const icon = state.is === 'stored' ? { icon: state.id } : withoutIcon ? { icon: null } : {}
        try {
          const description = typed.description.trim() === '' ? null : typed.description
          await mine().apps.edit(of.id, { description, platformIds: platformIdsIn(of.kind, typed), ...icon })
        } catch (error) {
          return refusedIn(error, language)
        }
        setSaved(true)
        await onSaved()
        return undefined
      },
    },
  )
  return (
    <section className="card stack">
      <h2>{texts.edit}</h2>
      <form className="stack-wide" noValidate onSubmit={form.submit} onInput={() => setSaved(false)}>
        <ErrorSummary {...form.summary} />
        <DescribedFields kind={of.kind} text={form.text} />
        <section className="stack">
          {of.icon !== null && <IconPicture id={of.id} icon={of.icon} />}
          <p className="quiet">{of.icon === null ? texts.iconNone : texts.iconKept}</p>
          <KindField
            kind={ICON}
            id={ICON}
            picture={pictures[ICON]}
            isNeeded={false}
            error={undefined}
            onDeed={() => setSaved(false)}
          />
          {of.icon !== null && (
            <Checkbox
              id="withoutIcon"
              label={texts.iconRemove}
              checked={form.values.withoutIcon}
              onCheck={(checked) => form.set('withoutIcon', checked)}
            />
          )}
        </section>
        <Status>{isSaved && <Banner tone="good">{texts.saved}</Banner>}</Status>
        <Button wide submit busy={form.busy}>
          {texts.save}
        </Button>
      </form>
    </section>
  )
}
