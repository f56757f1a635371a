import "./access.js";
import "./customer.js";
import "./import.js";
import "./order.js";
import "./record.js";
import "./source.js";
import "./statistics.js";
import "./task.js";
