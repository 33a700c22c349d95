import { useLanguage } from '../../../shared/language.ts'
import type { Picture } from '../papers.ts'
import { papersTexts } from '../texts.ts'

const Drawn = ({ of: { state } }: { of: Picture }) => {
  if (state.is === 'shown') return <img src={state.url} alt="" draggable={false} />
  if (state.is === 'coming') return <span className="turning" aria-hidden="true" />
  return <span aria-hidden="true">!</span>
}

type ThumbsProps = {
  of: readonly Picture[]
  names: readonly string[]
  /** Those that are new, by their ids. */
  added: readonly string[]
  at: number
  onGo: (to: number) => void
}

/** All pictures at once, small, those that are new marked; a press shows one large. */
export const Thumbs = ({ of, names, added, at, onGo }: ThumbsProps) => {
  const texts = papersTexts[useLanguage()]
  return (
    <ul className="thumbs">
      {of.map((picture, nth) => (
        <li key={picture.id}>
          <button
            type="button"
            className="thumb"
            aria-current={nth === at || undefined}
            data-added={added.includes(picture.id) || undefined}
            aria-label={[
              ...[nth + 1, names[nth]],
              ...[added.includes(picture.id) && texts.added, picture.state.is === 'failed' && texts.failed],
            ]
              .filter(Boolean)
              .join(' · ')}
            onClick={() => onGo(nth)}
          >
            <Drawn of={picture} />
          </button>
        </li>
      ))}
    </ul>
  )
}
