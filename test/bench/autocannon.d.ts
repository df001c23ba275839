declare module 'autocannon' {
  type Asked = { readonly method: 'GET'; readonly path: string; readonly headers: Readonly<Record<string, string>> }
  type Options = {
    readonly url: string
    readonly connections: number
    readonly pipelining: number
    /** Seconds. */
    readonly duration: number
    readonly requests: readonly Asked[]
  }
  type Result = {
    readonly requests: { readonly average: number }
    readonly latency: { readonly p99: number }
    readonly errors: number
    readonly non2xx: number
  }
  export default function autocannon(options: Options): Promise<Result>
}
