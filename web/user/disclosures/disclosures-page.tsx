import { useTexts } from '../../shared/language.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { Turning } from '../turning.tsx'
import { ConsentsCard } from './consents-card.tsx'
import { DisclosureLine } from './disclosure-line.tsx'
import { FileCard } from './file-card.tsx'
import { disclosureTexts } from './texts.ts'

/** Who got which of the account's data, the newest first, a page at a time; what it agreed to; and all of it as a file. */
export const DisclosuresPage = ({ query }: PageTold) => {
  const texts = useTexts(disclosureTexts)
  const before = query.get('before')
  const disclosures = useResource(`disclosures ${before}`, (signal) =>
    mine()
      .disclosures.list({ signal })
      .page(before ?? undefined),
  )
  return (
    <Page title={texts.title} lead={texts.lead}>
      <div className="stack below">
        <section className="card stack">
          <h2>{texts.records}</h2>
          <Read of={disclosures}>
            {({ items, nextCursor }) => (
              <>
                {items.length === 0 && <p>{before === null ? texts.none : texts.noneOlder}</p>}
                <ul className="list">
                  {items.map((disclosure) => (
                    <DisclosureLine key={disclosure.id} disclosure={disclosure} />
                  ))}
                </ul>
                <Turning path="/disclosures" before={before} next={nextCursor} />
              </>
            )}
          </Read>
        </section>
        <ConsentsCard />
        <FileCard />
      </div>
    </Page>
  )
}
