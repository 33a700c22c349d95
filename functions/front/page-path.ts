/** The path of a page of this service: one slash first, and nothing that a browser could take for another host. */
export const PAGE_PATH = /^\/(?!\/)[\w\-./]{0,200}$/
