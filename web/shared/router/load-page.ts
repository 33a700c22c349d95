import { reloadOnce } from './reload-once.ts'

/** Never settles where the page is loaded anew. */
const reloaded = (error: unknown): Promise<never> => {
  // Pages were released anew meanwhile, so what loads now fits together.
  if (reloadOnce(sessionStorage, () => location.reload(), Date.now())) return new Promise(() => {})
  throw error
}

/** What `load` brings; where it is not there any more the window is loaded anew, once. */
export const loadPage = <T>(load: () => Promise<T>): Promise<T> => load().catch(reloaded)
