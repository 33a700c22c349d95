import { AskedButton } from '../../shared/controls/asked-button.tsx'
import { useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { router } from '../../shared/router/router.ts'
import { mine } from '../../shared/service.ts'
import { isProblem } from '../../shared/state/failure.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { AppCertification } from '../certification/app-card.tsx'
import { HandoverCard } from '../handover/handover-card.tsx'
import { NameFacts, NameHistory } from './app-facts.tsx'
import { EditForm } from './edit-form.tsx'
import { GonePage } from './gone-page.tsx'
import { RenameCard } from './rename-card.tsx'
import { appTexts } from './texts.ts'

const find = async (id: string, signal: AbortSignal) => {
  const [app, rules] = await Promise.all([mine().apps.get(id, { signal }), mine().apps.list({ signal })])
  return { app, rules }
}

const RemoveCard = ({ id, name }: { id: string; name: string }) => {
  const texts = useTexts(appTexts)
  const { removeMore: more, removeYes: yes, removeNo: no } = texts
  const remove = async (): Promise<void> => {
    await mine().apps.remove(id)
    router().go('/developer', { replace: true })
  }
  return (
    <section className="card">
      <AskedButton wide question={{ title: texts.removeTitle(name), more, yes, no }} onYes={remove}>
        {texts.remove}
      </AskedButton>
    </section>
  )
}

/** W2 W3 one app: what it is called and was, what is said of it, another name, and its end. */
export const AppPage = ({ params }: PageTold) => {
  const texts = useTexts(appTexts)
  const id = params.id ?? ''
  const found = useResource(`app ${id}`, (signal) => find(id, signal))
  const { known } = found
  if (known.is === 'failed' && isProblem(known.error, 'not_found')) return <GonePage />
  return (
    <Page title={known.is === 'ok' ? known.value.app.name : texts.appTitle}>
      <div className="stack below">
        <Read of={found}>
          {({ app, rules }) => (
            <>
              <NameFacts of={app} />
              <AppCertification of={app} />
              <EditForm key={`${app.id} ${app.icon}`} of={app} onSaved={found.read} />
              <RenameCard of={app} rules={rules} onRenamed={found.read} />
              <NameHistory of={app} />
              <HandoverCard of={app} onChanged={found.read} />
              {app.openApplication === null && app.certifiedName === null && app.change === null && (
                <RemoveCard id={id} name={app.name} />
              )}
            </>
          )}
        </Read>
        <Link to="/developer" className="standing">
          {texts.toApps}
        </Link>
      </div>
    </Page>
  )
}
