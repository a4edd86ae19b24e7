declare var VERSION: string; // leak: no-var
declare namespace settings {
  var debug: boolean; // leak: no-var
}
