import { Link } from '../../shared/router/page.tsx'
import { noticeParts } from './notice-parts.ts'

/** What this service tells: its own words, so that its addresses lead to its pages at a tap. */
export const NoticeContent = ({ content }: { content: string }) => (
  <section className="card stack">
    {noticeParts(content, location.origin).map((parts, nth) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a notice never changes.
      <p key={nth}>
        {parts.map((part) =>
          'path' in part ? (
            <Link key={part.path} to={part.path}>
              {part.text}
            </Link>
          ) : (
            part.text
          ),
        )}
      </p>
    ))}
  </section>
)
