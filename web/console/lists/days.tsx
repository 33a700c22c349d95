import { type FormEvent, useRef } from 'react'
import { useTexts } from '../../shared/language.ts'
import { router } from '../../shared/router/router.ts'
import { controlTexts } from '../controls/texts.ts'
import { type At, withQuery } from './address.ts'

/** A day of the Beijing calendar that stands in the address under `name`, as the service names days (YYYYMMDD). */
type DayChoice = { name: string; label: string; value: string }

const dashed = (day: string): string => day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')

/** Days to look at: typed or picked, and in the address once they are asked for. */
export const Days = ({ path, query, days }: At & { days: readonly DayChoice[] }) => {
  const texts = useTexts(controlTexts)
  const form = useRef<HTMLFormElement>(null)
  const show = (event: FormEvent): void => {
    event.preventDefault()
    const given = new FormData(form.current ?? undefined)
    const chosen = days.map(({ name }) => [name, String(given.get(name) ?? '').replaceAll('-', '')])
    router().go(withQuery({ path, query }, Object.fromEntries(chosen)))
  }
  return (
    <form className="row days" ref={form} onSubmit={show}>
      {days.map(({ name, label, value }) => (
        <label key={`${name} ${value}`}>
          <span className="quiet">{label}</span>
          <input className="input" type="date" name={name} defaultValue={dashed(value)} required />
        </label>
      ))}
      <button type="submit" className="button">
        {texts.show}
      </button>
    </form>
  )
}
