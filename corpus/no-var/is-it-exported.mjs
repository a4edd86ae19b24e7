export var version = '1.0'; // leak: no-var "`const`"
