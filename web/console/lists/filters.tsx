import { Link } from '../../shared/router/page.tsx'
import type { Filter } from '../queue/queue.ts'
import { type At, withQuery } from './address.ts'

/** Choices that stand in the address, each a link: back takes one back, and a copied address shows the same. */
export const Filters = ({ path, query, filters }: At & { filters: readonly Filter[] }) =>
  filters.map(({ name, label, options }) => {
    const chosen = query.get(name) ?? options[0]?.value
    return (
      <nav key={name} className="filter" aria-label={label}>
        <span className="quiet" aria-hidden="true">
          {label}
        </span>
        <ul>
          {options.map(({ value, text }, at) => (
            <li key={value}>
              <Link
                to={withQuery({ path, query }, { [name]: at === 0 ? undefined : value })}
                className="chip"
                current={value === chosen}
              >
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    )
  })
