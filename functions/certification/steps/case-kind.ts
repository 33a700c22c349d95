/** What cases about a sensitive step that waits for a person are called in addresses. */
export const STEP = 'app_step'
