import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link, usePlace } from '../../shared/router/page.tsx'
import { type NavigationGroup, navigation } from '../navigation.ts'
import { countText } from '../queue/count.ts'
import { useCounts } from '../queue/use-counts.ts'
import { queues } from '../queues.ts'
import { useMay } from '../session/use-session.ts'
import { frameTexts } from './texts.ts'

const HOME = '/console'
const GROUPS = ['people', 'money', 'systems', 'house'] as const satisfies readonly NavigationGroup[]

type Place = { to: string; name: string; count?: string | undefined }

/** Of the places that an address is or is below of, the nearest. */
const nearest = (path: string, all: readonly Place[]): string | undefined =>
  all
    .filter(({ to }) => path === to || (to !== HOME && path.startsWith(`${to}/`)))
    .sort((one, other) => other.to.length - one.to.length)[0]?.to

/** Of a case the queue that it was opened from, which its address names: its page may belong to another place as well. */
const queueOf = (query: string, waiting: readonly (Place & { queue: string })[]): string | undefined => {
  const name = new URLSearchParams(query).get('queue')
  return waiting.find(({ queue }) => queue === name)?.to
}

type PlacesProps = { heading?: string | undefined; places: readonly Place[]; current: string | undefined }

const Places = ({ heading, places, current }: PlacesProps) => {
  const texts = useTexts(frameTexts)
  if (places.length === 0) return null
  return (
    <div className="side-group">
      {heading !== undefined && <h2>{heading}</h2>}
      <ul>
        {places.map(({ to, name, count }) => (
          <li key={to}>
            <Link to={to} className="side-link" current={to === current}>
              <span>{name}</span>
              {count !== undefined && count !== '0' && (
                <span className="count">
                  <span aria-hidden="true">{count}</span>
                  <span className="only-heard">{texts.waiting(count)}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Where an operator can go: what waits first, with how much of it; only what their role may. */
export const Navigation = ({ isOpen }: { isOpen: boolean }) => {
  const language = useLanguage()
  const texts = useTexts(frameTexts)
  const { path, query } = usePlace()
  const may = useMay()
  const counts = useCounts()
  const waiting = queues
    .filter(({ right }) => may(right))
    .map((queue) => ({
      queue: queue.name,
      to: queue.path,
      name: queue.texts[language].name,
      count: countText(counts[queue.name]),
    }))
  const groups = GROUPS.map((group) => ({
    group,
    places: navigation
      .filter((row) => row.group === group && may(row.right))
      .map(({ to, name }) => ({ to, name: name[language] })),
  }))
  const home: Place[] = [{ to: HOME, name: texts.home }]
  const current =
    queueOf(query, waiting) ?? nearest(path, [...home, ...waiting, ...groups.flatMap(({ places }) => places)])
  return (
    <nav id="navigation" className="side" data-open={isOpen} aria-label={texts.navigation}>
      <Places places={home} current={current} />
      <Places heading={texts.queues} places={waiting} current={current} />
      {groups.map(({ group, places }) => (
        <Places key={group} heading={texts[group]} places={places} current={current} />
      ))}
    </nav>
  )
}
