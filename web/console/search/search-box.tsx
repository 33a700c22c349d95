import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { router } from '../../shared/router/router.ts'
import { failureText, isProblem } from '../../shared/state/failure.ts'
import { say } from '../controls/notice.tsx'
import { service } from '../service.ts'
import { useMay } from '../session/use-session.ts'
import { found, pageOf } from './found.ts'
import { SearchCode } from './search-code.tsx'
import { searchTexts } from './texts.ts'

/** Escape empties the field, as browsers do, and leads back into the page, where single keys are no letters. */
const leftByKey = ({ key, nativeEvent }: KeyboardEvent): void => {
  if (key === 'Escape' && !nativeEvent.isComposing) document.querySelector<HTMLElement>('main h1')?.focus()
}

const RESULTS = '/console/search'

/**
 * Takes any id. What is found alone is gone to; else a list of it is shown. What was typed is sent in a body, stands in no address and no
 * storage, and leaves the field once it was looked up: it may be somebody's number.
 */
export const SearchBox = () => {
  const language = useLanguage()
  const texts = useTexts(searchTexts)
  const may = useMay()
  const [text, setText] = useState('')
  const [isUnsure, setUnsure] = useState(false)
  const isBusy = useRef(false)
  if (!may('see_orders')) return null
  const lookUp = async (wanted: string): Promise<void> => {
    const { hits } = await service().operator.search(wanted)
    const [only] = hits
    const page = hits.length === 1 && only ? pageOf(only, may) : undefined
    found.set(hits)
    setText('')
    setUnsure(false)
    router().go(page ?? RESULTS)
  }
  const search = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const wanted = text.trim()
    if (wanted === '' || isBusy.current) return
    isBusy.current = true
    try {
      await lookUp(wanted)
    } catch (error) {
      if (isProblem(error, 'step_up_needed')) return setUnsure(true)
      found.set(undefined)
      say({ tone: 'warn', text: failureText(error, language) })
    } finally {
      isBusy.current = false
    }
  }
  return (
    <search className="search">
      <form onSubmit={(event) => void search(event)}>
        <input
          className="input"
          data-key="search"
          type="search"
          aria-label={texts.label}
          placeholder={texts.placeholder}
          value={text}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={leftByKey}
        />
        <button type="submit" className="button">
          {texts.search}
        </button>
      </form>
      {isUnsure && <SearchCode onSure={() => lookUp(text.trim())} onClose={() => setUnsure(false)} />}
    </search>
  )
}
