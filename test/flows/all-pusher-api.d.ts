// The package keeps its types in another folder than its code and does not say so.
declare module 'all-pusher-api/dist/PushPlus.js' {
  export { PushPlus } from 'all-pusher-api/dist/types/PushPlus.js'
}
