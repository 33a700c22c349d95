import type { Verification } from 'shiming-client'
import { SECOND } from '../../../shared/kernel/time.ts'
import { Banner, Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, Page, type PageTold } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { useNow } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { WaySteps } from '../way-steps.tsx'
import { HappenedPart } from './happened-part.tsx'
import { type Checked, History } from './history.tsx'
import { MoneyPart } from './money-part.tsx'
import { NextPart } from './next-part.tsx'
import { isChanging, outcomeOf } from './outcome.ts'
import { outcomeTexts } from './outcome-texts.ts'
import { resultTexts } from './texts.ts'

/** One verification, the id of the latest, and a page of all. */
type Found = { shown: Verification; latest: string; checked: Checked }

/** What `id` and `before` of the address name, the latest without them; `null` where nothing was ever submitted. */
const find = async (id: string | null, before: string | null, signal: AbortSignal): Promise<Found | null> => {
  const { list, get } = mine().verifications
  const newest = await list({ signal }).page()
  const latest = newest.items[0]?.id
  if (latest === undefined) return null
  const checked = before === null ? newest : await list({ signal }).page(before)
  return { shown: await get(id ?? latest, { signal }), latest, checked }
}

const Nothing = () => {
  const { verify } = useTexts(commonTexts)
  return (
    <p>
      <Link to="/verify" className="button button-main button-wide">
        {verify}
      </Link>
    </p>
  )
}

/** How the latest verification stands, or the one that `id` in the address names: what happened, where the money is, what to do and when. */
export const ResultPage = ({ query }: PageTold) => {
  const language = useLanguage()
  const texts = useTexts(resultTexts)
  const now = useNow(SECOND)
  const [id, before] = [query.get('id'), query.get('before')]
  const found = useResource(`verification ${id} ${before}`, (signal) => find(id, before, signal), {
    polls: (value) => value !== null && isChanging(value.shown, serviceClock.now()),
  })
  const { known } = found
  const shown = known.is === 'ok' ? known.value?.shown : undefined
  const told = shown && outcomeTexts[language][outcomeOf(shown, now)]
  const isNone = known.is === 'ok' && known.value === null
  return (
    <Page
      title={told?.title ?? (isNone ? texts.none : texts.title)}
      lead={<Status>{told?.said ?? (isNone ? texts.noneMore : null)}</Status>}
    >
      {told && shown.status !== 'awaiting_payment' && <WaySteps now={3} />}
      <div className="stack below">
        <Read of={found}>
          {(value) =>
            value === null ? (
              <Nothing />
            ) : (
              <>
                {value.shown.id === value.latest ? (
                  <NextPart of={value.shown} now={now} onChanged={found.read} />
                ) : (
                  <Banner
                    action={
                      <Link to="/verify/result" className="standing">
                        {texts.toLatest}
                      </Link>
                    }
                  >
                    {texts.notLatest}
                  </Banner>
                )}
                <MoneyPart of={value.shown} now={now} />
                <HappenedPart of={value.shown} />
                <History checked={value.checked} shownId={value.shown.id} before={before} />
              </>
            )
          }
        </Read>
      </div>
    </Page>
  )
}
