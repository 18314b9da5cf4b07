/** What a page may ask of the worker; it answers `COUNT` and the requests that fetch. */
export type Request = 'CACHE_OWN' | 'CACHE_TOOLS' | 'COUNT' | 'READY' | 'SKIP_WAITING';

/** Asks a worker for something and waits for its answer, without end if it knows no such request. */
export function askWorker(worker: ServiceWorker, type: Request): Promise<unknown> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => {
      resolve(data);
    };
    worker.postMessage({ type }, [port2]);
  });
}
