import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { useWords } from '../words/use-words.ts'
import type { Certification } from './certification.ts'
import { appKindWords, certificationTexts } from './texts.ts'

/** Whether the app is another by now than was applied for, so that nothing can be certified. */
const isChanged = ({ app, application: { id, names, endedAt } }: Certification): boolean =>
  app !== null && endedAt === null && (app.openApplication !== id || app.name !== names.from)

/** The app that is to be certified, as it is now. */
export const AppCard = ({ of }: { of: Certification }) => {
  const texts = useTexts(certificationTexts)
  const word = useWords()
  const { app } = of
  return (
    <section className="card stack">
      <h2>{texts.app}</h2>
      {app === null && <p className="quiet">{texts.appGone}</p>}
      {isChanged(of) && <Banner tone="danger">{texts.appChanged}</Banner>}
      {app !== null && (
        <Facts
          of={[
            [texts.app, <Id key="id" label={texts.app} text={app.id} />],
            [texts.appKind, word(appKindWords, app.kind)],
            [texts.description, app.description ?? texts.noDescription],
            [
              texts.platformIds,
              app.platformIds.length > 0 && app.platformIds.map(({ platform, id }) => `${platform} ${id}`).join('、'),
            ],
            [texts.certifiedName, app.certifiedName],
            [texts.createdAt, <Time key="at" at={app.createdAt} />],
          ]}
        />
      )}
    </section>
  )
}
