declare module 'autocannon' {
  interface Result {
    duration: number;
    errors: number;
    non2xx: number;
    requests: { total: number };
    latency: { p50: number; p97_5: number; p99: number };
  }
  interface Options {
    url: string;
    connections: number;
    duration: number;
    method?: string;
    headers?: Record<string, string> | undefined;
    body?: string | undefined;
    requests?: { path: string; headers: Record<string, string> }[];
  }
  export default function autocannon(options: Options): Promise<Result>;
}
